package dev.bellwether.cli.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Items of the table `Market`, as names and plain texts; `symbol` and `sk` are among them.
public interface MarketItems {
    /// The items of a partition whose sort key begins so, in the order of the sort key, as they are
    /// now.
    List<Map<String, String>> query(String partition, String sortKeyPrefix);

    /// Writes an item whose key is free; answers whether it was.
    ///
    /// @param numbers names of the attributes that are stored as numbers
    boolean insert(Map<String, String> item, Set<String> numbers);

    /// Writes an item in place of another of the same key, if nobody has changed that since it was
    /// read; answers whether nobody had.
    ///
    /// @param stamp attribute that every change changes
    boolean replace(
            Map<String, String> before,
            Map<String, String> item,
            Set<String> numbers,
            String stamp);
}

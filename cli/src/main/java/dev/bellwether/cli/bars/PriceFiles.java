package dev.bellwether.cli.bars;

import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.Timeframe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Several files of prices, and what a file of splits says about their symbols. All are read before
/// anything is made of one.
///
/// @param files in the order they were named in
/// @param splits of their symbols, and of others
public record PriceFiles(List<PriceFile> files, List<Split> splits) {
    public PriceFiles {
        files = List.copyOf(files);
        splits = List.copyOf(splits);
    }

    /// What is read.
    ///
    /// @param given whose bars they are, if not what the files say
    /// @param actions a file of splits
    public record Request(
            List<Path> paths, Optional<Symbol> given, Timeframe timeframe, Optional<Path> actions) {
        public Request {
            paths = List.copyOf(paths);
        }
    }

    /// Reads them.
    ///
    /// @throws BadFilesException that names every file that cannot be used
    public static PriceFiles read(Request request) throws BadFilesException {
        List<PriceFile> files = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path path : request.paths()) {
            try {
                files.add(PriceFile.read(path, request.given(), request.timeframe()));
            } catch (BadFileException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        List<Split> splits = new ArrayList<>();
        if (request.actions().isPresent()) {
            try {
                splits.addAll(
                        SplitFile.read(
                                request.actions().get(),
                                only(files.stream().map(PriceFile::symbol).toList())));
            } catch (BadFileException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadFilesException(problems);
        }
        return new PriceFiles(files, splits);
    }

    /// Reads a file of splits.
    ///
    /// @param symbols whose splits the file holds if it does not say it and they are one
    /// @throws BadFilesException that says what is wrong with it
    public static List<Split> splits(Path actions, Iterable<Symbol> symbols)
            throws BadFilesException {
        try {
            return SplitFile.read(actions, only(symbols));
        } catch (BadFileException e) {
            throw new BadFilesException(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static Optional<Symbol> only(Iterable<Symbol> symbols) {
        Set<Symbol> distinct = new TreeSet<>();
        symbols.forEach(distinct::add);
        return distinct.size() == 1 ? Optional.of(distinct.iterator().next()) : Optional.empty();
    }

    /// Checks that every bar has all prices and a volume, without which it cannot be screened.
    ///
    /// @throws BadFilesException that names every file of which a bar has not
    public void requireComplete() throws BadFilesException {
        List<String> problems = new ArrayList<>();
        for (PriceFile file : files) {
            file.findIncomplete()
                    .ifPresent(line ->
                            problems.add(
                                    "%s: line %d lacks open, high, low or volume, without which bars cannot be screened"
                                            .formatted(file.path(), line)));
        }
        if (!problems.isEmpty()) {
            throw new BadFilesException(problems);
        }
    }

    /// What is known about a symbol.
    public SeriesFacts facts(Symbol symbol) {
        return new SeriesFacts(
                splits.stream().filter(split -> split.symbol().equals(symbol)).toList(), Map.of());
    }

    /// Files cannot be used; the message names each with what is wrong with it.
    public static final class BadFilesException extends Exception {
        private static final long serialVersionUID = 1L;

        BadFilesException(List<String> problems) {
            super(String.join("\n", problems));
        }
    }
}

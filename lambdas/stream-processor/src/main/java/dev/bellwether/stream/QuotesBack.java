package dev.bellwether.stream;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.bar.KnownQuotes;
import dev.bellwether.market.bar.QuoteSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Reads a symbol's stored quotes from some time back, a page at a time.
final class QuotesBack {
    /// A quote takes some 270 bytes, so that the first page is 3 read units. Who needs more needs
    /// much more: quotes of some time ago have come.
    static final int FIRST_PAGE = 40;

    static final int FURTHER_PAGE = 400;

    private final BarTable table;
    private final Symbol symbol;
    private final List<Quote> primary = new ArrayList<>();
    private String below;
    private Instant oldestRead;
    private boolean more = true;

    private QuotesBack(BarTable table, Symbol symbol, String below, Instant start) {
        this.table = table;
        this.symbol = symbol;
        this.below = below;
        this.oldestRead = start;
    }

    /// From the newest quote back.
    static QuotesBack fromNewest(BarTable table, Symbol symbol) {
        return new QuotesBack(table, symbol, QuoteItem.END, Instant.MAX);
    }

    /// From the newest quote back whose time is before the second that the instant begins.
    static QuotesBack before(BarTable table, Symbol symbol, Instant second) {
        return new QuotesBack(table, symbol, QuoteItem.sortKeyBefore(second), second);
    }

    void readMore() {
        int most = primary.isEmpty() ? FIRST_PAGE : FURTHER_PAGE;
        List<Quote> page = table.newestBelow(symbol, below, most);
        page.stream().filter(QuoteSource.PRIMARY::said).forEach(primary::add);
        more = page.size() == most;
        if (!page.isEmpty()) {
            below = QuoteItem.sortKey(page.getLast());
            oldestRead = page.getLast().timestamp();
        }
    }

    boolean hasMore() {
        return more;
    }

    /// Whether all that was read is at the instant or after it, with more before it.
    boolean isStillAfter(Instant at) {
        return more && !primary.isEmpty() && oldestRead.isAfter(at);
    }

    /// What is known now. Keys are in the order of their seconds, but within a second "30.5Z" comes
    /// before "30Z": the oldest second counts when all of it was read.
    KnownQuotes known() {
        if (!more) {
            return new KnownQuotes(primary, Instant.MIN);
        }
        if (primary.isEmpty()) {
            return new KnownQuotes(List.of(), Instant.MAX);
        }
        Instant from = oldestRead.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return new KnownQuotes(
                primary.stream().filter(quote -> !quote.timestamp().isBefore(from)).toList(), from);
    }
}

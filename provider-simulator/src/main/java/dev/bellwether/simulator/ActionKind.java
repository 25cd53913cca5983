package dev.bellwether.simulator;

/// The corporate actions that Alpha Vantage tells of, with the form that its CSV has.
public enum ActionKind {
    /// New shares for old ones.
    SPLITS("SPLITS", "splits", "effective_date,split_factor"),
    /// Cash for shares.
    DIVIDENDS(
            "DIVIDENDS",
            "dividends",
            "ex_dividend_date,declaration_date,record_date,payment_date,amount");

    private final String function;
    private final String filePrefix;
    private final String header;

    ActionKind(String function, String filePrefix, String header) {
        this.function = function;
        this.filePrefix = filePrefix;
        this.header = header;
    }

    /// The function of the provider's URL.
    public String function() {
        return function;
    }

    /// First line of the CSV.
    public String header() {
        return header;
    }

    /// What a file of a symbol's actions is called in a folder.
    String fileName(String symbol) {
        return "%s_%s.csv".formatted(filePrefix, symbol);
    }

    /// Whether a file of that name holds such actions.
    boolean isNameOf(String fileName) {
        return fileName.startsWith(filePrefix + "_") && fileName.endsWith(".csv");
    }
}

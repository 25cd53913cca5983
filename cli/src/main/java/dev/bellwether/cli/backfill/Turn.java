package dev.bellwether.cli.backfill;

/// What became of a symbol in a backfill.
sealed interface Turn {
    /// In words, as the result shows it.
    String words();

    /// The provider was asked and answered.
    ///
    /// @param outcome of the function: `loaded`, `unchanged` or `stale`
    /// @param newBars that are new or restated
    record Asked(String outcome, int newBars) implements Turn {
        @Override
        public String words() {
            return outcome;
        }
    }

    /// The provider gave no data; the next call asks again.
    record Failed(String reason) implements Turn {
        @Override
        public String words() {
            return "failed: " + reason;
        }
    }

    /// Its turn did not come: the calls are used up, or the key is refused.
    record Waiting() implements Turn {
        @Override
        public String words() {
            return "not asked yet";
        }
    }

    /// An earlier call of the command asked.
    record AskedBefore() implements Turn {
        @Override
        public String words() {
            return "asked before";
        }
    }
}

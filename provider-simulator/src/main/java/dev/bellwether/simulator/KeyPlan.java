package dev.bellwether.simulator;

/// What an Alpha Vantage key is entitled to.
public enum KeyPlan {
    /// As many calls as one likes, and the full history.
    PREMIUM,
    /// 25 calls a day, one a second, and the newest hundred days only.
    FREE
}

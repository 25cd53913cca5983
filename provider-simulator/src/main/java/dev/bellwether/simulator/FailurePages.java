package dev.bellwether.simulator;

/// Failures that are no provider's own words.
final class FailurePages {
    private FailurePages() {}

    static Answer tooManyRequests() {
        return Answer.text(429, "Edge: Too Many Requests");
    }

    static Answer serverError() {
        return Answer.html(
                500, "<html><head><title>500 Internal Server Error</title></head></html>\n");
    }

    static Answer maintenance() {
        return Answer.html(
                200,
                "<!DOCTYPE html>\n<html><head><title>Will be right back</title></head><body></body></html>\n");
    }
}

package dev.bellwether.local.template;

/// A cloud assembly declares something that cannot be read or run here; the message says where and
/// what to do.
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }

    public TemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}

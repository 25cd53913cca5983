package dev.bellwether.local.template;

import dev.bellwether.local.template.CloudAssembly.StackSource;

/// Where in an assembly a value stands, for errors that lead there.
record Place(StackSource stack, String resource, String path) {
    Place at(String property) {
        return new Place(stack, resource, path.isEmpty() ? property : path + "." + property);
    }

    TemplateException error(String what, Object... arguments) {
        return new TemplateException(this + " " + what.formatted(arguments));
    }

    @Override
    public String toString() {
        return "Stack %s, resource %s, %s".formatted(stack.name(), resource, path);
    }
}

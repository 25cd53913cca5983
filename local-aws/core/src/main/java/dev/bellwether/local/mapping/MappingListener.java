package dev.bellwether.local.mapping;

/// Is told what mappings do, on the thread that does it.
@FunctionalInterface
public interface MappingListener {
    void accept(MappingEvent event);
}

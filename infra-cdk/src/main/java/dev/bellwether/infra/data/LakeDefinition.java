package dev.bellwether.infra.data;

import java.util.List;

/// What a DDL file declares.
sealed interface LakeDefinition permits LakeTable, LakeView {
    String name();

    List<Column> columns();
}

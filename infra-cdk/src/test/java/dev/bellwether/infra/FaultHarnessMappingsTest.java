package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.faults.MappingSettings;
import dev.bellwether.local.template.EventSource;
import dev.bellwether.local.template.EventSourceMapping;
import dev.bellwether.local.template.Template;
import org.junit.jupiter.api.Test;

/// The fault harness delivers as the template has it. Where this fails, the template's values
/// belong into the harness's `mappings.json`.
final class FaultHarnessMappingsTest {
    @Test
    void theHarnessDeliversByTheTemplatesSettings() {
        Template template = Template.read(Templates.whole().folder());

        int streams = 0;
        for (EventSourceMapping mapping : template.mappings()) {
            switch (mapping.source()) {
                case EventSource.KinesisStream _ -> {
                    streams++;
                    assertSame("quotes", mapping);
                }
                case EventSource.TableStream _ -> {
                    streams++;
                    assertSame("changes", mapping);
                }
                case EventSource.SqsQueue _ -> {
                    // Queues are not the harness's business.
                }
            }
        }
        assertThat(streams).isEqualTo(2);
    }

    private static void assertSame(String name, EventSourceMapping mapping) {
        assertThat(MappingSettings.of(mapping)).isEqualTo(MappingSettings.declared(name));
        assertThat(mapping.onFailureArn()).isPresent();
    }
}

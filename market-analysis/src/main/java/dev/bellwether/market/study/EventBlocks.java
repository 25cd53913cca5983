package dev.bellwether.market.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Fires that are close in time, of whatever stock: what came after them is not independent, so
/// they are drawn together.
final class EventBlocks {
    private static final int SHORTEST_SESSIONS = 20;

    private EventBlocks() {}

    static List<List<StudyEvent>> of(List<StudyEvent> events, int horizon) {
        int sessions = Math.max(2 * horizon, SHORTEST_SESSIONS);
        long days = (sessions * 7L + 4) / 5;
        List<List<StudyEvent>> blocks = new ArrayList<>();
        long firstDay = Long.MIN_VALUE;
        for (StudyEvent event : sorted(events)) {
            long day = event.day().toEpochDay();
            if (blocks.isEmpty() || day - firstDay >= days) {
                blocks.add(new ArrayList<>());
                firstDay = day;
            }
            blocks.getLast().add(event);
        }
        return blocks;
    }

    private static List<StudyEvent> sorted(List<StudyEvent> events) {
        return events.stream()
                .sorted(
                        Comparator.comparing(StudyEvent::day)
                                .thenComparing(event -> event.times().series().symbol())
                                .thenComparing(StudyEvent::index))
                .toList();
    }
}

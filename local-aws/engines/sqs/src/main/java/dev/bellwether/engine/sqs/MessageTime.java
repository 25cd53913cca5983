package dev.bellwether.engine.sqs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.elasticmq.actor.queue.InternalMessage;

/// Makes ElasticMQ stamp a sent message with our clock.
///
/// ElasticMQ asks its `NowProvider` whether a message is due, but computes when it becomes due from
/// the system clock (1.7.1, `InternalMessage.from`). So that one class is defined here, before it
/// is used, with its two clock reads replaced by ours.
public final class MessageTime {
    private static final String STAMPING_CLASS = "org/elasticmq/actor/queue/InternalMessage$.class";
    private static final ClassDesc OURS = ClassDesc.of(MessageTime.class.getName());
    private static volatile SettableClock clock = new SettableClock(InstantSource.system());

    private MessageTime() {}

    static void follow(SettableClock queueClock) throws IOException, IllegalAccessException {
        clock = queueClock;
        ClassLoader loader = MessageTime.class.getClassLoader();
        try (InputStream published = loader.getResourceAsStream(STAMPING_CLASS)) {
            byte[] original = Objects.requireNonNull(published, STAMPING_CLASS).readAllBytes();
            var parsed = ClassFile.of().parse(original);
            byte[] ours =
                    ClassFile.of()
                            .transformClass(
                                    parsed,
                                    ClassTransform.transformingMethodBodies(
                                            MessageTime::replaceClockRead));
            MethodHandles.privateLookupIn(InternalMessage.class, MethodHandles.lookup())
                    .defineClass(ours);
        }
    }

    private static void replaceClockRead(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeInstruction call && isClockRead(call)) {
            code.invokestatic(OURS, call.name().stringValue(), call.typeSymbol());
        } else {
            code.with(element);
        }
    }

    private static boolean isClockRead(InvokeInstruction call) {
        String target = call.owner().asInternalName() + "." + call.name().stringValue();
        return target.equals("java/lang/System.currentTimeMillis")
                || (target.equals("java/time/OffsetDateTime.now")
                        && call.typeSymbol().parameterCount() == 0);
    }

    /// Called in the place of [System#currentTimeMillis()].
    public static long currentTimeMillis() {
        return clock.nowMillis();
    }

    /// Called in the place of [OffsetDateTime#now()].
    public static OffsetDateTime now() {
        return clock.now();
    }
}

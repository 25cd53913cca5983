package dev.bellwether.faults;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.bellwether.faults.market.DeadlyRecords;
import dev.bellwether.faults.plan.FaultKind;
import dev.bellwether.faults.plan.FaultPlan;
import dev.bellwether.faults.plan.FunctionCrash;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import dev.bellwether.local.function.InvocationOutcome.FunctionError;
import dev.bellwether.local.function.InvocationOutcome.TimedOut;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A real handler where Lambda would have it: built at the first event, kept until it dies, fed
/// with what Lambda's own runtime makes of the event's JSON.
final class SimulatedFunction<E> implements FunctionInvoker {
    private static final int KILLED = 128 + 9;
    private static final PojoSerializer<StreamsEventResponse> ANSWERS =
            serializer(StreamsEventResponse.class);

    /// Told of the end of every handling of an event.
    interface Listener {
        void ended(InvocationOutcome outcome, int faults);
    }

    private final String name;
    private final PojoSerializer<E> events;
    private final Supplier<RequestHandler<E, StreamsEventResponse>> coldStart;
    private final FaultPlan plan;
    private final Listener listener;
    private final List<String> thrown = new ArrayList<>();
    private @Nullable RequestHandler<E, StreamsEventResponse> handler;

    SimulatedFunction(
            String name,
            PojoSerializer<E> events,
            Supplier<RequestHandler<E, StreamsEventResponse>> coldStart,
            FaultPlan plan,
            Listener listener) {
        this.name = name;
        this.events = events;
        this.coldStart = coldStart;
        this.plan = plan;
        this.listener = listener;
    }

    static <T> PojoSerializer<T> serializer(Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, SimulatedFunction.class.getClassLoader());
    }

    /// What handlers threw. They have to answer instead, whatever AWS does.
    List<String> thrown() {
        return thrown;
    }

    @Override
    public InvocationOutcome invoke(byte[] payload) {
        if (plan.strikes(FaultKind.DELIVERED_TWICE, name)) {
            handle(payload);
            if (plan.below(2) == 0) {
                handler = null; // the second one goes to another execution environment
            }
        }
        return handle(payload);
    }

    private InvocationOutcome handle(byte[] payload) {
        int faultsBefore = plan.count();
        InvocationOutcome outcome = outcome(payload);
        if (!(outcome instanceof Answered)) {
            handler = null;
        }
        listener.ended(outcome, plan.count() - faultsBefore);
        return outcome;
    }

    private InvocationOutcome outcome(byte[] payload) {
        if (DeadlyRecords.areIn(payload)) {
            plan.note(FaultKind.DEADLY_RECORD, name);
            return new Crashed(KILLED);
        }
        if (plan.strikes(FaultKind.CRASHED_AT_START, name)) {
            return new Crashed(KILLED);
        }
        if (handler == null) {
            handler = coldStart.get();
        }
        try {
            StreamsEventResponse response =
                    handler.handleRequest(events.fromJson(text(payload)), new SimulatedContext());
            return plan.strikes(FaultKind.TIMED_OUT, name)
                    ? new TimedOut(Duration.ofMinutes(1))
                    : new Answered(answer(response));
        } catch (FunctionCrash _) {
            return new Crashed(KILLED);
        } catch (RuntimeException e) {
            thrown.add("%s threw %s".formatted(name, e));
            return new FunctionError(e.getClass().getName(), String.valueOf(e), List.of());
        }
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static byte[] answer(StreamsEventResponse response) {
        var out = new ByteArrayOutputStream();
        ANSWERS.toJson(response, out);
        return out.toByteArray();
    }
}

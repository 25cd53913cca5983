package dev.bellwether.engine.sqs;

import java.time.InstantSource;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.Option;

/// ElasticMQ in memory, on loopback. Prints `LISTENING <port> <clock port>` when it is ready; see
/// [ClockControl] for the second.
public final class SqsEngine {
    private SqsEngine() {}

    public static void main(String[] args) throws Exception {
        var clock = new SettableClock(InstantSource.system());
        MessageTime.follow(clock);
        ActorSystem system = ActorSystem.create("sqs");
        ActorRef queues =
                system.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        new QueueManagerActor(
                                                clock, StrictSQSLimits$.MODULE$, Option.empty())));
        int port =
                SQSRestServerBuilder.withInterface("127.0.0.1")
                        .withDynamicPort()
                        .withAWSRegion("us-east-1")
                        .withAWSAccountId("000000000000")
                        .withActorSystem(system)
                        .withQueueManagerActor(queues)
                        .start()
                        .waitUntilStarted()
                        .localAddress()
                        .getPort();
        System.out.println("LISTENING " + port + " " + ClockControl.start(clock));
    }
}

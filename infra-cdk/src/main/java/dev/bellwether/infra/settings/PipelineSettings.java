package dev.bellwether.infra.settings;

import static dev.bellwether.infra.settings.ContextKey.ALPHA_VANTAGE_CALL_SPACING_MILLIS;
import static dev.bellwether.infra.settings.ContextKey.ALPHA_VANTAGE_ENDPOINT;
import static dev.bellwether.infra.settings.ContextKey.ALPHA_VANTAGE_KEY_PARAMETER;
import static dev.bellwether.infra.settings.ContextKey.CRAWLER;
import static dev.bellwether.infra.settings.ContextKey.DAILY_SCHEDULE;
import static dev.bellwether.infra.settings.ContextKey.EMAIL;
import static dev.bellwether.infra.settings.ContextKey.ETL_SCHEDULE;
import static dev.bellwether.infra.settings.ContextKey.ETL_WORKERS;
import static dev.bellwether.infra.settings.ContextKey.LAKE_END;
import static dev.bellwether.infra.settings.ContextKey.LAKE_START;
import static dev.bellwether.infra.settings.ContextKey.PHONE;
import static dev.bellwether.infra.settings.ContextKey.QUOTES_SCHEDULE;
import static dev.bellwether.infra.settings.ContextKey.QUOTES_WINDOW_SECONDS;
import static dev.bellwether.infra.settings.ContextKey.SAGEMAKER_ENDPOINT;
import static dev.bellwether.infra.settings.ContextKey.SMS;
import static dev.bellwether.infra.settings.ContextKey.SYMBOLS;
import static dev.bellwether.infra.settings.ContextKey.TRAINING_BACKEND;
import static dev.bellwether.infra.settings.ContextKey.TRAINING_IMAGE;
import static dev.bellwether.infra.settings.ContextKey.TRAINING_INSTANCE_TYPE;
import static dev.bellwether.infra.settings.ContextKey.TRAINING_SCHEDULE;
import static dev.bellwether.infra.settings.ContextKey.YAHOO_ENDPOINT;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Everything about the system that may be chosen at synthesis.
///
/// @param symbols what is followed, at least one
/// @param emails addresses of alerts, may be none
/// @param phones E.164 numbers of alerts, may be none
/// @param dailySchedule expression of EventBridge Scheduler, New York time
/// @param quotesSchedule expression of EventBridge Scheduler, New York time
/// @param quotesWindowSeconds how long quotes are gathered for a batch
/// @param training the training job, if there is one
/// @param etl the lake's Spark job
/// @param lakeStart first day of the lake's partitions
/// @param lakeEnd their last day, or Athena's word for the present plus some days
/// @param alphaVantageKeyParameter name of the SSM SecureString that holds the key
/// @param alphaVantageCallSpacingMillis least time between two calls
/// @param endpoints other base URLs of what functions call
/// @param alerts how alerts are sent
public record PipelineSettings(
        List<String> symbols,
        List<String> emails,
        List<String> phones,
        String dailySchedule,
        String quotesSchedule,
        int quotesWindowSeconds,
        Optional<TrainingSettings> training,
        EtlSettings etl,
        LocalDate lakeStart,
        String lakeEnd,
        String alphaVantageKeyParameter,
        int alphaVantageCallSpacingMillis,
        Endpoints endpoints,
        AlertSettings alerts) {

    private static final Pattern SYMBOL = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,11}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,]+@[^@\\s,.]+(\\.[^@\\s,.]+)+");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SWITCH = Pattern.compile("on|off");
    private static final Pattern SCHEDULE =
            Pattern.compile("cron\\(\\S+( \\S+){5}\\)|rate\\([1-9]\\d* (minute|hour|day)s?\\)");
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,254}");
    private static final Pattern INSTANCE_TYPE = Pattern.compile("ml\\.[a-z0-9]+\\.[a-z0-9]+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LAST_DAY =
            Pattern.compile("NOW\\+[1-9]\\d?DAYS|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    // A key goes over the wire: unencrypted only where the wire is this machine's or a private
    // net's.
    private static final Pattern ENDPOINT =
            Pattern.compile(
                    "https://[A-Za-z0-9.-]+(:\\d{1,5})?|http://(127\\.\\d+|10\\.\\d+|192\\.168|172\\.(1[6-9]|2\\d|3[01]))\\.\\d+\\.\\d+(:\\d{1,5})?");
    // What Lambda takes as a batching window.
    private static final Pattern WINDOW = Pattern.compile("[0-9]|[1-9]\\d|[12]\\d\\d|300");
    private static final Pattern WORKERS = Pattern.compile("[2-9]|[1-9]\\d");
    private static final Pattern BACKEND = Pattern.compile("sagemaker|function");
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern MILLIS = Pattern.compile("\\d{1,5}");

    private static final String SCHEDULE_RULE = "a schedule like cron(0 0 * * ? *) or rate(1 day)";

    /// The settings of that context. Throws [InvalidContextException] that names all unknown keys
    /// and malformed values.
    public static PipelineSettings from(Map<String, ?> context) {
        ContextReader reader = new ContextReader(context);
        PipelineSettings settings =
                new PipelineSettings(
                        reader.list(
                                SYMBOLS,
                                SYMBOL,
                                "symbols in capitals like AAPL,BRK.B, separated by commas"),
                        reader.list(EMAIL, ADDRESS, "e-mail addresses separated by commas"),
                        phones(reader),
                        reader.text(DAILY_SCHEDULE, SCHEDULE, SCHEDULE_RULE),
                        reader.text(QUOTES_SCHEDULE, SCHEDULE, SCHEDULE_RULE),
                        window(reader),
                        training(reader),
                        etl(reader),
                        day(reader),
                        reader.text(LAKE_END, LAST_DAY, "NOW+2DAYS or a day like 2025-12-31"),
                        reader.parameterName(ALPHA_VANTAGE_KEY_PARAMETER),
                        millis(reader),
                        new Endpoints(
                                endpoint(reader, ALPHA_VANTAGE_ENDPOINT),
                                endpoint(reader, YAHOO_ENDPOINT),
                                endpoint(reader, SAGEMAKER_ENDPOINT)),
                        AlertSettings.read(reader));
        reader.refuseProblems();
        return settings;
    }

    private static List<String> phones(ContextReader reader) {
        String sms = reader.text(SMS, SWITCH, "on or off");
        List<String> phones = reader.list(PHONE, E164, "numbers like +12025550123, by commas");
        if (!phones.isEmpty() && !sms.equals("on")) {
            reader.malformed(
                    PHONE,
                    String.join(",", phones),
                    "given together with sms=on, because every short message costs money");
        }
        return phones;
    }

    private static Optional<TrainingSettings> training(ContextReader reader) {
        // All are read, so that a malformed one is refused where it is not used, too.
        String backend = reader.text(TRAINING_BACKEND, BACKEND, "sagemaker or function");
        String instanceType =
                reader.text(
                        TRAINING_INSTANCE_TYPE,
                        INSTANCE_TYPE,
                        "a machine of SageMaker like ml.m5.large");
        String schedule = reader.text(TRAINING_SCHEDULE, SCHEDULE, SCHEDULE_RULE);
        Optional<String> image =
                reader.findText(TRAINING_IMAGE, IMAGE, "the address of a container image");
        return backend.equals("function")
                ? Optional.of(new TrainingSettings(new TrainingBackend.OnLambda(), schedule))
                : image.map(address ->
                        new TrainingSettings(
                                new TrainingBackend.SageMaker(address, instanceType), schedule));
    }

    private static EtlSettings etl(ContextReader reader) {
        String workers = reader.text(ETL_WORKERS, WORKERS, "a number from 2 to 99");
        String crawler = reader.text(CRAWLER, TRUTH, "true or false");
        return new EtlSettings(
                reader.text(ETL_SCHEDULE, SCHEDULE, SCHEDULE_RULE),
                WORKERS.matcher(workers).matches() ? Integer.parseInt(workers) : 0,
                crawler.equals("true") ? EtlSettings.Crawler.YES : EtlSettings.Crawler.NO);
    }

    private static LocalDate day(ContextReader reader) {
        String rule = "a day like 2025-01-01";
        String text = reader.text(LAKE_START, DAY, rule);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            reader.malformed(LAKE_START, text, rule);
            return LocalDate.EPOCH;
        }
    }

    private static Optional<String> endpoint(ContextReader reader, ContextKey key) {
        return reader.findText(
                key,
                ENDPOINT,
                "a base URL like https://host or https://host:8443; http:// only for a private address");
    }

    private static int window(ContextReader reader) {
        String text = reader.text(QUOTES_WINDOW_SECONDS, WINDOW, "seconds from 0 to 300");
        return WINDOW.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    private static int millis(ContextReader reader) {
        String text =
                reader.text(
                        ALPHA_VANTAGE_CALL_SPACING_MILLIS, MILLIS, "milliseconds from 0 to 99999");
        return MILLIS.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}

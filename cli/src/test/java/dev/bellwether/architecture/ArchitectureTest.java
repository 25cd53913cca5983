package dev.bellwether.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String OURS = "dev.bellwether..";

    /// Every module that has code, by its package: rules that see none of it would pass on nothing.
    private static final Set<String> MODULES =
            Set.of(
                    "dev.bellwether.market",
                    "dev.bellwether.market.rule",
                    "dev.bellwether.ingest",
                    "dev.bellwether.ingest.alphavantage",
                    "dev.bellwether.ingest.yahoo",
                    "dev.bellwether.stream",
                    "dev.bellwether.alerts",
                    "dev.bellwether.traintrigger",
                    "dev.bellwether.training",
                    "dev.bellwether.infra",
                    "dev.bellwether.local",
                    "dev.bellwether.local.child",
                    "dev.bellwether.localstack",
                    "dev.bellwether.faults",
                    "dev.bellwether.simulator",
                    "dev.bellwether.cli");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("dev.bellwether");

    @Test
    void theRulesSeeEveryModule() {
        Set<String> seen =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(seen).containsAll(MODULES);
        assertThat(CLASSES).hasSizeGreaterThan(200);
    }

    @Test
    void theMarketKnowsNoAwsNoHttpAndNoLog() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.bellwether.market..", "dev.bellwether.lake..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "okhttp3..",
                        "java.net.http..",
                        "com.sun.net.httpserver..",
                        "org.slf4j..",
                        "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void onlyTheMarketsWireFormsKnowJson() {
        noClasses()
                .that(
                        resideInAPackage("dev.bellwether.market..")
                                .and(not(resideInAPackage("dev.bellwether.market..wire.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void onlyEntryPointsReadTheEnvironment() {
        noClasses()
                .that(not(isEntryPoint()))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void nothingAsksTheClockOrTheZoneOfThisMachine() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(CLASSES);
    }

    @Test
    void functionsDoNotKnowEachOther() {
        slices().matching("dev.bellwether.(stream|alerts|traintrigger|ingest)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.bellwether.ingest.yahoo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.bellwether.ingest.alphavantage..")
                .check(CLASSES);
    }

    @Test
    void localAwsKnowsNothingOfOursButTheTemplate() {
        noClasses()
                .that()
                .resideInAPackage("dev.bellwether.local..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage(OURS)
                                .and(not(resideInAnyPackage("dev.bellwether.local.."))))
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.bellwether.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(
                        CLASSES.stream()
                                .map(JavaClass::getPackage)
                                .distinct()
                                .filter(it ->
                                        !it.getClasses().isEmpty()
                                                && !it.isAnnotatedWith(NullMarked.class))
                                .map(it -> it.getName()))
                .isEmpty();
    }

    @Test
    void handlersEndInHandler() {
        classes()
                .that()
                .implement("com.amazonaws.services.lambda.runtime.RequestHandler")
                .or()
                .implement("com.amazonaws.services.lambda.runtime.RequestStreamHandler")
                .should()
                .haveSimpleNameEndingWith("Handler")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isEntryPoint() {
        return describe(
                "entry points",
                type ->
                        type.getSimpleName().endsWith("Handler")
                                || type.getSimpleName().endsWith("Main")
                                || type.getSimpleName().endsWith("App")
                                || type.getSimpleName().endsWith("Command")
                                || type.getSimpleName().equals("Home"));
    }
}

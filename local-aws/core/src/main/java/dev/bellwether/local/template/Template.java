package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.CloudAssembly.StackSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// All stacks of one cloud assembly as typed declarations, with the names and ARNs of this machine.
///
/// @param leftOut resources that are knowingly not run
public record Template(
        List<LambdaFunction> functions,
        List<EventSourceMapping> mappings,
        List<Schedule> schedules,
        List<EventRule> eventRules,
        List<Table> tables,
        List<Stream> streams,
        List<Queue> queues,
        List<Bucket> buckets,
        List<Topic> topics,
        List<String> databases,
        List<GlueTable> glueTables,
        List<GlueJob> glueJobs,
        List<Workgroup> workgroups,
        List<Parameter> parameters,
        List<Role> roles,
        List<LeftOut> leftOut) {

    /// Reads the folder that `cdk synth` wrote.
    ///
    /// @throws TemplateException if it is no assembly, holds a resource type that is not known
    ///   here, or an intrinsic function that cannot be resolved
    public static Template read(Path assemblyFolder) {
        CloudAssembly assembly = CloudAssembly.read(assemblyFolder);
        Resolver resolver = new Resolver(assembly);
        List<Declared> declared = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (StackSource stack : assembly.stacks()) {
            for (Map.Entry<String, JsonNode> entry :
                    stack.template().path("Resources").properties()) {
                JsonNode resource = entry.getValue();
                Place place = new Place(stack, entry.getKey(), "Properties");
                if (!resolver.isWanted(place, resource)) {
                    continue;
                }
                String type = resource.path("Type").asText();
                KnownTypes.reasonToLeaveOut(type)
                        .ifPresent(why ->
                                leftOut.add(new LeftOut(stack.name(), entry.getKey(), type, why)));
                if (KnownTypes.isRun(type) || type.startsWith("AWS::IAM::")) {
                    declared.add(resolved(resolver, place, type, resource));
                } else if (KnownTypes.reasonToLeaveOut(type).isEmpty()) {
                    unknown.add(
                            "%s (%s in stack %s)".formatted(type, entry.getKey(), stack.name()));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new TemplateException(
                    ("The template declares what local-aws neither runs nor knowingly leaves out: %s. Add the type to"
                                    + " KnownTypes, with the reason if it is not to run")
                            .formatted(String.join(", ", unknown)));
        }
        return views(declared, List.copyOf(leftOut));
    }

    private static Declared resolved(
            Resolver resolver, Place place, String type, JsonNode resource) {
        return new Declared(
                place,
                type,
                resolver.names().physicalName(place, place.stack(), place.resource()),
                resolver.resolve(place, resource.path("Properties")));
    }

    private static Template views(List<Declared> declared, List<LeftOut> leftOut) {
        FunctionViews functions = new FunctionViews(declared);
        StoreViews stores = new StoreViews(declared);
        return new Template(
                functions.functions(),
                functions.mappings(),
                functions.schedules(),
                RuleViews.rules(declared),
                stores.tables(),
                stores.streams(),
                stores.queues(),
                stores.buckets(),
                stores.topics(),
                stores.databases(),
                stores.glueTables(),
                new JobViews(declared).glueJobs(),
                stores.workgroups(),
                stores.parameters(),
                RoleViews.roles(declared),
                leftOut);
    }

    /// The function of that name, or of an ARN with or without version or alias.
    public LambdaFunction function(String nameOrArn) {
        String name = LambdaFunction.nameOf(nameOrArn);
        return only(
                "is named " + name,
                functions.stream().filter(function -> function.name().equals(name)).toList());
    }

    /// The one function whose logical id starts so; CDK appends letters to the id that the code
    /// gives.
    public LambdaFunction functionStartingWith(String logicalIdPrefix) {
        return only(
                "has a logical id that starts with " + logicalIdPrefix,
                functions.stream()
                        .filter(function -> function.logicalId().startsWith(logicalIdPrefix))
                        .toList());
    }

    /// The job of that name.
    public GlueJob glueJob(String name) {
        return glueJobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new TemplateException(
                                "The template declares no Glue job %s, only %s"
                                        .formatted(
                                                name,
                                                glueJobs.stream().map(GlueJob::name).toList())));
    }

    private LambdaFunction only(String what, List<LambdaFunction> found) {
        if (found.size() != 1) {
            throw new TemplateException(
                    "%s function %s; the template declares %s"
                            .formatted(
                                    found.isEmpty() ? "No" : "More than one",
                                    what,
                                    functions.stream().map(LambdaFunction::logicalId).toList()));
        }
        return found.getFirst();
    }
}

using System.Text.Json.Nodes;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations.Spec;

/// <summary>What stands under a name: something for the parameter of that name, or a mapping of such things for the parameters of the channel of that name.</summary>
/// <typeparam name="T">A bound, or a value.</typeparam>
internal sealed record ByChannelSpec<T>(T? Own, IReadOnlyDictionary<string, T> OfChannel, YamlMark Mark) : IYamlForm<ByChannelSpec<T>>
    where T : class, IYamlForm<T>
{
    private static readonly Dictionary<string, T> None = [];

    public static ByChannelSpec<T>? Bind(YamlNode node, YamlBinder binder)
    {
        if (node is not YamlMapping)
            return binder.Bind<T>(node) is { } own ? new ByChannelSpec<T>(own, None, node.Mark) : null;
        return binder.Bind<IReadOnlyDictionary<string, T>>(node) is { } parameters ? new ByChannelSpec<T>(Own: null, parameters, node.Mark) : null;
    }

    public static JsonNode Schema(JsonSchemaWriter writer) => JsonSchemaWriter.AnyOf(writer.Of<T>(), JsonSchemaWriter.Map(writer.Of<T>()));
}

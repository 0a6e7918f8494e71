using System.Text.Json.Nodes;

namespace LabTest.Instruments.Yaml;

/// <summary>
/// A value with several ways to write it, such as <c>[0, 6]</c> and <c>{1: [0, 6]}</c>: it binds them itself and says how they look in a JSON Schema.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IYamlForm<TSelf>
    where TSelf : class, IYamlForm<TSelf>
{
    /// <summary>Binds a node; on a problem adds it and gives null.</summary>
    static abstract TSelf? Bind(YamlNode node, YamlBinder binder);

    /// <summary>The JSON Schema of every form.</summary>
    static abstract JsonNode Schema(JsonSchemaWriter writer);
}

namespace LabTest.Instruments.Yaml;

/// <summary>What messages and schemas call a mapping: <c>a parameter</c>, <c>a station</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
internal sealed class YamlNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

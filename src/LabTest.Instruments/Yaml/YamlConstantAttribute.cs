namespace LabTest.Instruments.Yaml;

/// <summary>The one text that a key must have, such as the format and its version.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class YamlConstantAttribute(string value) : Attribute
{
    public string Value { get; } = value;
}

namespace LabTest.Instruments.Yaml;

/// <summary>A piece of a YAML file that knows its place.</summary>
internal abstract class YamlNode(YamlMark mark)
{
    public YamlMark Mark { get; } = mark;

    /// <summary>What it is, for messages: <c>a list</c>, <c>a mapping</c>, <c>'12 V'</c>.</summary>
    public abstract string Describe();
}

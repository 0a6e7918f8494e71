namespace LabTest.Instruments.Yaml;

/// <summary>A list.</summary>
internal sealed class YamlSequence(YamlMark mark, IReadOnlyList<YamlNode> items) : YamlNode(mark)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Describe() => "a list";
}

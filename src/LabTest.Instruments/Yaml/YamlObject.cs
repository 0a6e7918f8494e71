namespace LabTest.Instruments.Yaml;

/// <summary>What a mapping of a YAML file is bound to: its properties are the keys, in snake case. It remembers where each key's value stands.</summary>
internal abstract record YamlObject
{
    private readonly Dictionary<string, YamlMark> _marks = new(StringComparer.Ordinal);

    /// <summary>Where the mapping begins.</summary>
    public YamlMark Mark { get; internal set; }

    /// <summary>Where the value of a key stands; where the mapping begins for a key that was not given.</summary>
    public YamlMark MarkOf(string key) => _marks.GetValueOrDefault(key, Mark);

    internal void Place(string key, YamlMark mark) => _marks[key] = mark;
}

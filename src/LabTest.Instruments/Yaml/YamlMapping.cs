namespace LabTest.Instruments.Yaml;

/// <summary>Keys and values, in the order of the file.</summary>
internal sealed class YamlMapping(YamlMark mark, IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> entries) : YamlNode(mark)
{
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries { get; } = entries;

    public YamlNode? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key).Value;

    /// <summary>This mapping with another's entries over it: mappings merge by key, nothing (~) takes the key away, everything else is replaced.</summary>
    public YamlMapping OverlaidBy(YamlMapping above)
    {
        var over = above.Entries.ToDictionary(e => e.Key.Text, e => e.Value, StringComparer.Ordinal);
        var names = Entries.Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        var merged = Entries.Select(own => over.GetValueOrDefault(own.Key.Text) switch
        {
            null => own,
            YamlMapping map when own.Value is YamlMapping ownMap => KeyValuePair.Create(own.Key, (YamlNode)ownMap.OverlaidBy(map)),
            var other => KeyValuePair.Create(own.Key, other),
        });
        return new YamlMapping(above.Mark, [.. merged.Where(e => !IsTakenAway(e)), .. above.Entries.Where(e => !names.Contains(e.Key.Text))]);

        bool IsTakenAway(KeyValuePair<YamlScalar, YamlNode> entry) => over.GetValueOrDefault(entry.Key.Text) is YamlScalar { IsNull: true };
    }

    public override string Describe() => "a mapping";
}

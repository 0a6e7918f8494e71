using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>How instruments were left by a run that never closed its station: what was set last on each, since it was safe.</summary>
internal sealed class LeftInstruments
{
    private const int MostSets = 12;

    private readonly Dictionary<string, OrderedDictionary<string, string>> _sets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _safe = new(StringComparer.Ordinal);

    public void Take(JournalEvent what)
    {
        switch (what)
        {
            case StationOpened:
                _sets.Clear();
                _safe.Clear();
                break;
            case ParameterSet set when set.Path.IndexOf('.') is > 0 and var dot:
                Add(set.Path[..dot], set.Path[(dot + 1)..], $"{set.Path[(dot + 1)..]} = {set.Value}");
                break;
            case UncheckedWrite write:
                Add(write.Alias, write.Command, $"'{write.Command}', unchecked");
                break;
            case ActionDone { Sign: null or ParameterSet.Sent or SafeStateRecord.NotConfirmed } done:
                Add(done.Alias, done.Action, $"{(done.Channel is { } channel ? $"{channel}." : "")}{done.Action}{(done.Sign == SafeStateRecord.NotConfirmed ? ", not confirmed" : "")}");
                break;
            case ActionDone { Channel: null } safe:
                _sets.Remove(safe.Alias);
                _safe.Add(safe.Alias);
                break;
        }
    }

    /// <summary>The instruments of a station that are not known to be safe. One for which nothing would have been done, such as a meter, was left as every run leaves it.</summary>
    public IReadOnlyList<string> Of(StationOpened station) =>
        [.. station.Instruments.Where(i => i.IsMadeSafe != false && !_safe.Contains(i.Alias)).Select(i => $"{i.Alias}: {Text(_sets.GetValueOrDefault(i.Alias))}")];

    private static string Text(OrderedDictionary<string, string>? sets)
    {
        if (sets is null)
            return "the run ended before its station was closed; nothing was set on it since it was opened.";
        var last = string.Join(", ", sets.Values.Skip(sets.Count - MostSets));
        return $"the run ended before it was made safe, and its outputs may be on. Last set: {last}.";
    }

    private void Add(string alias, string key, string text)
    {
        _safe.Remove(alias);
        if (!_sets.TryGetValue(alias, out var sets))
            _sets.Add(alias, sets = new OrderedDictionary<string, string>(StringComparer.Ordinal));

        // The last that was set stands last.
        sets.Remove(key);
        sets.Add(key, text);
        if (sets.Count > 4 * MostSets)
            sets.RemoveAt(0);
    }
}

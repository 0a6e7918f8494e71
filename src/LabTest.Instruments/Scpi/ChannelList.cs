namespace LabTest.Instruments.Scpi;

/// <summary>What stands in a channel list between <c>(@</c> and <c>)</c>: channels and ranges of them (SCPI-99, volume 1, section 8.3.2).</summary>
internal static class ChannelList
{
    private const int MostChannels = 1000;

    /// <summary>Reads a list such as <c>1,3</c> or <c>1:3</c>.</summary>
    /// <param name="text">The list.</param>
    /// <param name="ids">The channels there are, and which each is, from 0.</param>
    /// <param name="channels">Which of them, from 0, in the order of the list.</param>
    public static bool TryParse(string text, IReadOnlyDictionary<string, int> ids, out IReadOnlyList<int> channels)
    {
        List<int> found = [];
        channels = found;
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (!ids.TryGetValue((colon < 0 ? part : part[..colon]).Trim(), out var first))
                return false;
            var last = first;
            if (colon >= 0 && !ids.TryGetValue(part[(colon + 1)..].Trim(), out last))
                return false;
            if (found.Count + Math.Abs(last - first) > MostChannels)
                return false;
            for (var channel = first; channel != last; channel += Math.Sign(last - first))
                found.Add(channel);
            found.Add(last);
        }

        return true;
    }
}

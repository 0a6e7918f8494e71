namespace LabTest.Instruments.Scpi;

/// <summary>What stands in a channel list between <c>(@</c> and <c>)</c>: channels and ranges of them (SCPI-99, volume 1, section 8.3.2).</summary>
internal static class ChannelList
{
    private const int MostChannels = 1000;

    /// <summary>Reads a list such as <c>1,3</c> or <c>1:3</c>.</summary>
    /// <param name="text">The list.</param>
    /// <param name="ids">The channels there are.</param>
    /// <param name="channels">Which of them, from 0, in the order of the list.</param>
    public static bool TryParse(string text, IReadOnlyList<string> ids, out IReadOnlyList<int> channels)
    {
        List<int> found = [];
        channels = found;
        foreach (var part in text.Split(','))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var first = IndexOf(ids, part.AsSpan(0, colon < 0 ? part.Length : colon).Trim());
            var last = colon < 0 ? first : IndexOf(ids, part.AsSpan(colon + 1).Trim());
            if (first < 0 || last < 0 || found.Count > MostChannels)
                return false;
            for (var channel = first; channel != last; channel += Math.Sign(last - first))
                found.Add(channel);
            found.Add(last);
        }

        return true;
    }

    private static int IndexOf(IReadOnlyList<string> ids, ReadOnlySpan<char> id)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (id.Equals(ids[i], StringComparison.Ordinal))
                return i;
        }

        return -1;
    }
}

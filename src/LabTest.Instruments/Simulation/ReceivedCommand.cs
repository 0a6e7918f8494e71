using LabTest.Instruments.Scpi;

namespace LabTest.Instruments.Simulation;

/// <summary>One command of a message: its header and what stands after it.</summary>
internal sealed record ReceivedCommand(ReceivedHeader Header, IReadOnlyList<string> Arguments, bool IsWellFormed)
{
    /// <summary>The commands of a message, each with a header that is relative to the one before (SCPI-99, volume 1, section 6.2.4).</summary>
    public static IEnumerable<ReceivedCommand> ParseAll(string message)
    {
        var path = "";
        foreach (var unit in ArgumentList.SplitAt(message, ';'))
        {
            if (unit.Length == 0)
                continue;
            var command = Parse(unit, path);
            path = command.Header.Path;
            yield return command;
        }
    }

    /// <summary>Reads one command.</summary>
    public static ReceivedCommand Parse(string unit, string path = "")
    {
        var end = 0;
        while (end < unit.Length && !char.IsWhiteSpace(unit[end]))
            end++;
        var header = ReceivedHeader.Parse(unit[..end], path);
        var arguments = ArgumentList.Split(unit[end..]);
        return new ReceivedCommand(header, arguments, header.IsWellFormed && arguments.All(a => a.Length > 0) && ArgumentList.IsClosed(unit));
    }
}

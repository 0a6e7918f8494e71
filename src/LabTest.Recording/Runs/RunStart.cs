using System.Globalization;
using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>What the beginning of a journal tells, without reading all of it.</summary>
internal static class RunStart
{
    /// <summary>When a run began; by the name of its folder where its journal cannot tell.</summary>
    public static Instant Of(RunFolder folder)
    {
        try
        {
            if (JournalReader.Read(folder.Journal).FirstOrDefault() is { } first)
                return new Instant(first.Time);
        }
        catch (RecordingException)
        {
            // Its name is left.
        }

        var name = $"{Path.GetFileName(Path.GetDirectoryName(folder.Path))} {folder.Name.Split('-')[0]}";
        return DateTimeOffset.TryParseExact(name, "yyyy-MM-dd HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var local) ? Instant.From(local) : default;
    }

    /// <summary>Whether a run is under way, or something was tested or measured in it.</summary>
    public static bool HasContent(RunFolder folder)
    {
        try
        {
            return RunLock.IsHeld(folder) || JournalReader.Read(folder.Journal).Any(static e => e is TestStarted or MeasurementTaken);
        }
        catch (RecordingException)
        {
            // What cannot be read may hold something: whoever asks for it is told what is wrong.
            return true;
        }
    }
}

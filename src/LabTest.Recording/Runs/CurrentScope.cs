namespace LabTest.Recording.Runs;

/// <summary>
/// What an assertion belongs to whose subject was not recorded, such as a table that was made by hand: the test that is under way, as the test framework
/// says, or the run of the bench that a script opened.
/// </summary>
internal static class CurrentScope
{
    private static readonly AsyncLocal<Opened?> Script = new();

    /// <summary>Gives the scope of the test that is under way; set by the test framework when a run begins.</summary>
    public static Func<IMeasurementScope?> OfTests { get; set; } = static () => null;

    /// <summary>The scope; null where nothing is under way.</summary>
    public static IMeasurementScope? Find() => OfTests() ?? Script.Value?.Run?.Scope;

    /// <summary>A place for the run of a bench that the caller is about to open. It has to be asked for before anything is awaited.</summary>
    public static Opened Open() => Script.Value = new Opened();

    /// <summary>The run of an open bench.</summary>
    public sealed class Opened
    {
        /// <summary>The run; null before it has begun and after it has ended.</summary>
        public RunRecorder? Run { get; set; }
    }
}

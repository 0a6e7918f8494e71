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
    public static IMeasurementScope? Find() => OfTests() ?? Opened.Last(Script.Value, static o => o.Run is not null)?.Run?.Scope;

    /// <summary>A place for the run of a bench that the caller is about to open. It has to be asked for before anything is awaited.</summary>
    public static Opened Open() => Script.Value = new Opened(Opened.Last(Script.Value, static o => !o.IsOver));

    /// <summary>A bench is used: where the caller was given it by a helper that opened it, and has none of its own, it is the one that is meant from now on.</summary>
    public static void Use(Opened opened)
    {
        if (Opened.Last(Script.Value, static o => o.Run is not null) is null)
            Script.Value = opened;
    }

    /// <summary>The run of an open bench.</summary>
    /// <param name="before">The one that was opened before it and is still open; null for none.</param>
    public sealed class Opened(Opened? before)
    {
        private readonly Opened? _before = before;

        /// <summary>The run; null before it has begun and after it has ended.</summary>
        public RunRecorder? Run { get; private set; }

        /// <summary>Whether the bench is closed, or could not be opened.</summary>
        public bool IsOver { get; private set; }

        /// <summary>The run has begun.</summary>
        public void Begin(RunRecorder run) => Run = run;

        /// <summary>The bench is closed, or could not be opened; what was opened before it counts from now on.</summary>
        public void End() => (Run, IsOver) = (null, true);

        /// <summary>The one that was opened last and is as asked for; null if none is.</summary>
        public static Opened? Last(Opened? opened, Func<Opened, bool> isMeant)
        {
            while (opened is not null && !isMeant(opened))
                opened = opened._before;
            return opened;
        }
    }
}

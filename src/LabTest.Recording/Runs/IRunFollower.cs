using LabTest.Recording.Journal;

namespace LabTest.Recording.Runs;

/// <summary>
/// Makes something from the journal: a summary, an Arrow stream, an HDF5 file. It follows on the recorder's writer thread while the run goes, or
/// reads the journal afterwards; what it makes is derived and can be rebuilt.
/// </summary>
internal interface IRunFollower : IDisposable
{
    /// <summary>Whether it stores the numbers that are not in the journal: whoever recorded them waits for it.</summary>
    bool HoldsNumbers => false;

    /// <summary>Takes an event.</summary>
    /// <param name="what">The event.</param>
    /// <param name="data">The numbers it refers to, which are not in the journal: a <see cref="Waveform"/>, a table or an array.</param>
    /// <exception cref="SkippedException">It cannot take all of this event, and goes on with the next; with any other exception it cannot go on.</exception>
    void Follow(JournalEvent what, MeasuredValue? data);

    /// <summary>Brings what was taken so far to the file; called when nothing is waiting, and at least every tenth of a second.</summary>
    /// <returns>Whether something is still held back that another call brings to the file.</returns>
    bool Flush();

    /// <summary>The run is over: closes what it makes.</summary>
    void Finish();
}

namespace LabTest.Recording.Files;

/// <summary>Another program has deleted, replaced, cut or altered a file that a run was writing.</summary>
/// <param name="file">The file.</param>
/// <param name="what">What was done to it: <c>deleted or moved</c>.</param>
internal sealed class AlteredFileException(string file, string what) : IOException($"'{file}' was {what} while the run went on");

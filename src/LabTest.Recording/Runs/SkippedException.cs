namespace LabTest.Recording.Runs;

/// <summary>A follower could not take one event, or a part of it, and goes on with the next.</summary>
/// <param name="message">What is not in its file, and why.</param>
/// <param name="innerException">The cause.</param>
internal sealed class SkippedException(string message, Exception innerException) : Exception(message, innerException);

namespace LabTest.Arrow.Tests.Foreign;

/// <summary>A foreign library could not do what it was asked to.</summary>
public sealed class ForeignArrowException(string message) : Exception(message);

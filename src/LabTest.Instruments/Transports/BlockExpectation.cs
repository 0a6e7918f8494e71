namespace LabTest.Instruments.Transports;

/// <summary>What is known of a block before it comes.</summary>
/// <param name="Bytes">How many bytes of samples were announced; null where nothing says so.</param>
/// <param name="AtMost">The most that the profile allows; null where it does not say.</param>
internal readonly record struct BlockExpectation(long? Bytes, long? AtMost);

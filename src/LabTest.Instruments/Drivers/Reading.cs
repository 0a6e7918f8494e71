namespace LabTest.Instruments.Drivers;

/// <summary>A value as it was read.</summary>
/// <param name="Value">The value; NaN for an overload.</param>
/// <param name="Time">When its bytes had arrived.</param>
internal readonly record struct Reading(ParameterValue Value, Instant Time);

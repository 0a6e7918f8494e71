namespace LabTest;

/// <summary>
/// Marks an exception as a failed assertion. xUnit v3 recognises it by this name, in any namespace, and so tells a device that failed
/// from a station that went wrong.
/// </summary>
internal interface IAssertionException;

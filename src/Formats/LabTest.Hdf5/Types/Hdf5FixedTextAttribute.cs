namespace LabTest.Hdf5;

/// <summary>
/// Marks a struct with <see cref="System.Runtime.CompilerServices.InlineArrayAttribute"/> over bytes as UTF-8 text of fixed length,
/// padded with NULs: in the file it is text, in memory its bytes.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class Hdf5FixedTextAttribute : Attribute;

namespace LabTest.Hdf5;

/// <summary>The character set of a text type.</summary>
public enum Hdf5TextEncoding
{
    /// <summary>US-ASCII.</summary>
    Ascii,

    /// <summary>UTF-8.</summary>
    Utf8,
}

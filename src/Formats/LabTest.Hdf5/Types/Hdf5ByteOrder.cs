namespace LabTest.Hdf5;

/// <summary>The order of the bytes of a number.</summary>
public enum Hdf5ByteOrder
{
    /// <summary>The least significant byte first: what nearly every machine has.</summary>
    LittleEndian,

    /// <summary>The most significant byte first.</summary>
    BigEndian,
}

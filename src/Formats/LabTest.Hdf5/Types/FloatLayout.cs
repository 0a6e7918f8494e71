namespace LabTest.Hdf5.Types;

/// <summary>Where the parts of a floating-point number stand, as bit positions (specification IV.A.2.d, class 1).</summary>
internal readonly record struct FloatLayout(
    int BitOffset, int Precision, int SignAt, int ExponentAt, int ExponentBits, int MantissaAt, int MantissaBits, uint Bias, int Normalization)
{
    /// <summary>The IEEE 754 interchange formats of 2, 4 and 8 bytes.</summary>
    public static FloatLayout? Ieee(int size) => size switch
    {
        2 => new FloatLayout(0, 16, 15, 10, 5, 0, 10, 15, 2),
        4 => new FloatLayout(0, 32, 31, 23, 8, 0, 23, 127, 2),
        8 => new FloatLayout(0, 64, 63, 52, 11, 0, 52, 1023, 2),
        _ => null,
    };
}

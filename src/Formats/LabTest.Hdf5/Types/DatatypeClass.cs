namespace LabTest.Hdf5.Types;

/// <summary>The classes of datatypes (specification IV.A.2.d).</summary>
internal enum DatatypeClass
{
    Integer = 0,
    Float = 1,
    Time = 2,
    Text = 3,
    BitField = 4,
    Opaque = 5,
    Compound = 6,
    Reference = 7,
    Enum = 8,
    VariableLength = 9,
    Array = 10,
}

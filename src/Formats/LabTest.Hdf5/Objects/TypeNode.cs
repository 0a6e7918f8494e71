using LabTest.Hdf5.Headers;
using LabTest.Hdf5.Types;

namespace LabTest.Hdf5.Objects;

/// <summary>A committed type: a datatype that has a name of its own.</summary>
internal sealed class TypeNode(OpenFile file, ObjectHeader header) : ObjectNode(file, header)
{
    public Hdf5Type Type
    {
        get
        {
            var reader = Header.Find(MessageType.Datatype)!.Reader(File.Source.Sizes, Origin);
            return DatatypeDecoder.Decode(ref reader);
        }
    }

    protected override string Kind => "committed type";
}

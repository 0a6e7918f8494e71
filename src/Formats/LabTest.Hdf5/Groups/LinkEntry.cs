using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Objects;

namespace LabTest.Hdf5.Groups;

/// <summary>A link of a group: to an object in memory that may have no address yet, or to what stands in the file.</summary>
internal readonly record struct LinkEntry(string Name, LinkTarget? Target, ObjectNode? Node);

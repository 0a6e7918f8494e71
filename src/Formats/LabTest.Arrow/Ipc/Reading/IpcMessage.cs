namespace LabTest.Arrow.Ipc.Reading;

/// <summary>A whole message. The metadata is good until the next one is read; the body for as long as somebody holds it.</summary>
internal readonly record struct IpcMessage(ReadOnlyMemory<byte> Metadata, ReadOnlyMemory<byte> Body);

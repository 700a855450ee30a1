#include "textflag.h"

// func detectAVX2() bool
TEXT ·detectAVX2(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	XORL AX, AX
	XORL CX, CX
	CPUID
	CMPL AX, $7
	JLT  no
	MOVL $1, AX
	XORL CX, CX
	CPUID
	ANDL $0x18000000, CX // OSXSAVE and AVX
	CMPL CX, $0x18000000
	JNE  no
	XORL CX, CX
	XGETBV
	ANDL $6, AX // the system saves XMM and YMM
	CMPL AX, $6
	JNE  no
	MOVL $7, AX
	XORL CX, CX
	CPUID
	ANDL $0x20, BX // AVX2
	JZ   no
	MOVB $1, ret+0(FP)
no:
	RET

// func mulAddAVX2(y *float32, rows, stride int, x *float32, cols int, w *float32)
//
// y is held in registers, 64 or 8 floats of it at a time, while one pass over x adds x[j] times row j of w:
//   DI y   CX rows left   R8 bytes in a row of w   SI x   R9 cols   DX w, at this block's first column
TEXT ·mulAddAVX2(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ rows+8(FP), CX
	MOVQ stride+16(FP), R8
	MOVQ x+24(FP), SI
	MOVQ cols+32(FP), R9
	MOVQ w+40(FP), DX
	SHLQ $2, R8

block64:
	CMPQ CX, $64
	JLT  block8
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3
	VMOVUPS 128(DI), Y4
	VMOVUPS 160(DI), Y5
	VMOVUPS 192(DI), Y6
	VMOVUPS 224(DI), Y7
	MOVQ DX, R10
	XORQ R11, R11
column64:
	VBROADCASTSS (SI)(R11*4), Y8
	VMULPS (R10), Y8, Y9
	VMULPS 32(R10), Y8, Y10
	VMULPS 64(R10), Y8, Y11
	VMULPS 96(R10), Y8, Y12
	VADDPS Y9, Y0, Y0
	VADDPS Y10, Y1, Y1
	VADDPS Y11, Y2, Y2
	VADDPS Y12, Y3, Y3
	VMULPS 128(R10), Y8, Y9
	VMULPS 160(R10), Y8, Y10
	VMULPS 192(R10), Y8, Y11
	VMULPS 224(R10), Y8, Y12
	VADDPS Y9, Y4, Y4
	VADDPS Y10, Y5, Y5
	VADDPS Y11, Y6, Y6
	VADDPS Y12, Y7, Y7
	ADDQ R8, R10
	INCQ R11
	CMPQ R11, R9
	JLT  column64
	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VMOVUPS Y4, 128(DI)
	VMOVUPS Y5, 160(DI)
	VMOVUPS Y6, 192(DI)
	VMOVUPS Y7, 224(DI)
	ADDQ $256, DI
	ADDQ $256, DX
	SUBQ $64, CX
	JMP  block64

block8:
	CMPQ CX, $8
	JLT  done
	VMOVUPS (DI), Y0
	MOVQ DX, R10
	XORQ R11, R11
column8:
	VBROADCASTSS (SI)(R11*4), Y8
	VMULPS (R10), Y8, Y9
	VADDPS Y9, Y0, Y0
	ADDQ R8, R10
	INCQ R11
	CMPQ R11, R9
	JLT  column8
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	ADDQ $32, DX
	SUBQ $8, CX
	JMP  block8

done:
	VZEROUPPER
	RET

// func tanhAVX2(v *float32, n int)
//
// The constants are held in Y8 to Y15: 4.97, -4.97, 378, 17325, 135135, 28, 3150, 62370.
TEXT ·tanhAVX2(SB), NOSPLIT, $0-16
	MOVQ v+0(FP), DI
	MOVQ n+8(FP), CX
	VBROADCASTSS tanhConst<>+0(SB), Y8
	VBROADCASTSS tanhConst<>+4(SB), Y9
	VBROADCASTSS tanhConst<>+8(SB), Y10
	VBROADCASTSS tanhConst<>+12(SB), Y11
	VBROADCASTSS tanhConst<>+16(SB), Y12
	VBROADCASTSS tanhConst<>+20(SB), Y13
	VBROADCASTSS tanhConst<>+24(SB), Y14
	VBROADCASTSS tanhConst<>+28(SB), Y15
next:
	VMOVUPS (DI), Y0
	VMINPS Y8, Y0, Y0
	VMAXPS Y9, Y0, Y0
	VMULPS Y0, Y0, Y1  // s
	VADDPS Y10, Y1, Y2 // p
	VMULPS Y1, Y2, Y2
	VADDPS Y11, Y2, Y2
	VMULPS Y1, Y2, Y2
	VADDPS Y12, Y2, Y2
	VMULPS Y13, Y1, Y3 // q
	VADDPS Y14, Y3, Y3
	VMULPS Y1, Y3, Y3
	VADDPS Y15, Y3, Y3
	VMULPS Y1, Y3, Y3
	VADDPS Y12, Y3, Y3
	VMULPS Y0, Y2, Y2
	VDIVPS Y3, Y2, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, DI
	SUBQ $8, CX
	JGT  next
	VZEROUPPER
	RET

DATA tanhConst<>+0(SB)/4, $4.97
DATA tanhConst<>+4(SB)/4, $-4.97
DATA tanhConst<>+8(SB)/4, $378.0
DATA tanhConst<>+12(SB)/4, $17325.0
DATA tanhConst<>+16(SB)/4, $135135.0
DATA tanhConst<>+20(SB)/4, $28.0
DATA tanhConst<>+24(SB)/4, $3150.0
DATA tanhConst<>+28(SB)/4, $62370.0
GLOBL tanhConst<>(SB), RODATA|NOPTR, $32

// func detectAVX512() bool
TEXT ·detectAVX512(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	XORL CX, CX
	XGETBV
	ANDL $0xe6, AX // the system saves XMM, YMM, ZMM and the masks
	CMPL AX, $0xe6
	JNE  none
	MOVL $7, AX
	XORL CX, CX
	CPUID
	ANDL $0x10000, BX // AVX512F
	JZ   none
	MOVB $1, ret+0(FP)
none:
	RET

// func mulAddTileAVX512(y *float32, stride int, x *float32, cols int, w *float32)
//
// 32 columns of four rows of y, which are held in Z0 to Z7, while one pass down w adds x[row][j] times w[j]:
//   DI y   R8 bytes in a row of y and of w   SI R12 R13 R14 rows of x   R9 cols   DX w
TEXT ·mulAddTileAVX512(SB), NOSPLIT, $0-40
	MOVQ y+0(FP), DI
	MOVQ stride+8(FP), R8
	MOVQ x+16(FP), SI
	MOVQ cols+24(FP), R9
	MOVQ w+32(FP), DX
	SHLQ $2, R8
	LEAQ (SI)(R9*4), R12
	LEAQ (R12)(R9*4), R13
	LEAQ (R13)(R9*4), R14
	LEAQ (DI)(R8*1), R10
	LEAQ (R10)(R8*1), AX
	LEAQ (AX)(R8*1), BX
	VMOVUPS (DI), Z0
	VMOVUPS 64(DI), Z1
	VMOVUPS (R10), Z2
	VMOVUPS 64(R10), Z3
	VMOVUPS (AX), Z4
	VMOVUPS 64(AX), Z5
	VMOVUPS (BX), Z6
	VMOVUPS 64(BX), Z7
	XORQ R11, R11
column32:
	VMOVUPS (DX), Z8
	VMOVUPS 64(DX), Z9
	VBROADCASTSS (SI)(R11*4), Z10
	VBROADCASTSS (R12)(R11*4), Z11
	VBROADCASTSS (R13)(R11*4), Z12
	VBROADCASTSS (R14)(R11*4), Z13
	VMULPS Z8, Z10, Z14
	VMULPS Z9, Z10, Z15
	VMULPS Z8, Z11, Z16
	VMULPS Z9, Z11, Z17
	VMULPS Z8, Z12, Z18
	VMULPS Z9, Z12, Z19
	VMULPS Z8, Z13, Z20
	VMULPS Z9, Z13, Z21
	VADDPS Z14, Z0, Z0
	VADDPS Z15, Z1, Z1
	VADDPS Z16, Z2, Z2
	VADDPS Z17, Z3, Z3
	VADDPS Z18, Z4, Z4
	VADDPS Z19, Z5, Z5
	VADDPS Z20, Z6, Z6
	VADDPS Z21, Z7, Z7
	ADDQ R8, DX
	INCQ R11
	CMPQ R11, R9
	JLT  column32
	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	VMOVUPS Z2, (R10)
	VMOVUPS Z3, 64(R10)
	VMOVUPS Z4, (AX)
	VMOVUPS Z5, 64(AX)
	VMOVUPS Z6, (BX)
	VMOVUPS Z7, 64(BX)
	VZEROUPPER
	RET
